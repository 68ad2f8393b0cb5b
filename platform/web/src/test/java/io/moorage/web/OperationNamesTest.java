package io.moorage.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperationNamesTest {

    @Test
    void an_operation_is_named_after_its_method_and_address() {
        assertThat(OperationNames.of("GET", "/api/v1/actions")).isEqualTo("getActions");
        assertThat(OperationNames.of("GET", "/api/v1/actions/{id}")).isEqualTo("getActionsById");
        assertThat(OperationNames.of("PUT", "/api/v1/servers/{number}/reverse-dns"))
                .isEqualTo("putServersByNumberReverseDns");
    }
}
