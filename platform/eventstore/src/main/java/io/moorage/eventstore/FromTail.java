package io.moorage.eventstore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * Event handlers that keep totals, lists and other rows across aggregates: fed from the log moments later, each event
 * once, in one transaction with the reader's position.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface FromTail {

    /** The tables that these handlers alone fill, from nothing but events: they can be rebuilt by replaying the log. */
    String[] tables() default {};
}
