package io.moorage.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.moorage.contracts.Permission;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EveryEndpointSaysWhoMayTest {

    @Test
    void an_endpoint_that_does_not_say_who_may_use_it_stops_the_start() {
        assertThatIllegalStateException().isThrownBy(() -> check(new Silent())).withMessageContaining("Silent");
    }

    @Test
    void an_endpoint_that_says_it_twice_stops_the_start() {
        assertThatIllegalStateException().isThrownBy(() -> check(new Twice())).withMessageContaining("Twice");
    }

    @Test
    void endpoints_that_say_it_start() {
        assertThatCode(() -> check(new Spoken())).doesNotThrowAnyException();
    }

    private static void check(Object controller) {
        var context = new StaticWebApplicationContext();
        context.getBeanFactory().registerSingleton("controller", controller);
        context.refresh();
        var mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        new EveryEndpointSaysWhoMay(mapping).afterSingletonsInstantiated();
    }

    @RestController
    static class Silent {
        @GetMapping("/")
        String get() {
            return "";
        }
    }

    @RestController
    static class Twice {
        @GetMapping("/")
        @Requires(Permission.BILLING_READ)
        @Unauthenticated
        String get() {
            return "";
        }
    }

    @RestController
    static class Spoken {
        @GetMapping("/a")
        @Requires(Permission.BILLING_READ)
        String requires() {
            return "";
        }

        @GetMapping("/b")
        @WithoutAccount
        String withoutAccount() {
            return "";
        }
    }
}
