package io.moorage.inventory;

import io.moorage.testkit.RealParts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on real PostgreSQL and Kafka; only the machines are stubs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(OneIsBusy.class)
@ContextConfiguration(initializers = {RealParts.class, StubMachines.class})
public @interface InventoryTest {}
