package io.moorage.identity;

import io.moorage.testkit.RealParts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on real PostgreSQL and Kafka, with the simulated operators; only Keycloak and the mail room are stubs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {RealParts.class, TestPhone.class, StubKeycloak.class, StubMailRoom.class})
public @interface IdentityTest {}
