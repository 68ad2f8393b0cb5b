package io.moorage.eventstore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * Event in, command out, moments later. Everything may arrive again, so what a policy does is idempotent; what fails is
 * retried, then parked per aggregate and retried on.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Policy {}
