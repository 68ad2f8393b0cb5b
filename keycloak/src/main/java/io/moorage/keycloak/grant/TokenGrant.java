package io.moorage.keycloak.grant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The answer of identity-service: whom an API token stands for, and what it is good for. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TokenGrant(String userId, Grant grant) {}
