package io.moorage.account;

import io.moorage.testkit.RealParts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on real PostgreSQL, Kafka and SMTP server; only identity-service is a stub. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "moorage.providers-owner=" + Newcomer.PROVIDERS_OWNER)
@ContextConfiguration(initializers = {RealParts.class, StubIdentity.class, TestMailServer.class})
public @interface AccountServiceTest {}
