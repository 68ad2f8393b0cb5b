/** Applications of others, which a user lets act for them. Keycloak asks the user and keeps what they agreed to. */
@NullMarked
package io.moorage.identity.application;

import org.jspecify.annotations.NullMarked;
