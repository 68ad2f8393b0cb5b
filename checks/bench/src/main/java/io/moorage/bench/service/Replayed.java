package io.moorage.bench.service;

/** A read model that tells how far it has come. */
public interface Replayed {
    long events();
}
