/** What tests share: real PostgreSQL and Kafka, tokens as Keycloak would sign them, and the rules of the house. */
@NullMarked
package io.moorage.testkit;

import org.jspecify.annotations.NullMarked;
