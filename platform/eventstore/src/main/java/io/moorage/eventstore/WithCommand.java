package io.moorage.eventstore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * Event handlers that keep rows in the command's own transaction: only rows that the written aggregate owns, so that the
 * next read sees them and commands never wait for each other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface WithCommand {

    /** The tables that these handlers alone fill, from nothing but events: they can be rebuilt by replaying the log. */
    String[] tables() default {};
}
