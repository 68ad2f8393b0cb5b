package io.moorage.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an endpoint for whoever is logged in, even before their account is open. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutAccount {
    /** Whether the user themselves must have logged in: an API token or somebody else's application stands for an account, and not for them. */
    boolean inPerson() default true;
}
