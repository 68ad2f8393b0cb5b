package io.moorage.web;

import io.moorage.contracts.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the caller must hold on the acting account to use an endpoint; without a permission named, any access to the
 * account will do. Every endpoint has this, {@link WithoutAccount} or {@link Unauthenticated}; the service doesn't
 * start otherwise. Whose access is limited to chosen services may use those endpoints only that look at
 * {@link Caller#reach}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Permission[] value() default {};

    /** Whether the user themselves must have logged in: neither an API token nor somebody else's application is enough. */
    boolean inPerson() default false;

    /** Whether the endpoint shows and does nothing beyond {@link Caller#reach}. */
    boolean withinReach() default false;
}
