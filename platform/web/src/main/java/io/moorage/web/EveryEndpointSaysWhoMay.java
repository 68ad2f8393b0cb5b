package io.moorage.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start of a service with an endpoint that doesn't say who may use it. */
final class EveryEndpointSaysWhoMay implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping endpoints;

    EveryEndpointSaysWhoMay(RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> silent = endpoints.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getPackageName().startsWith("io.moorage."))
                .filter(method -> saysWho(method) != 1)
                .map(HandlerMethod::getShortLogMessage)
                .toList();
        if (!silent.isEmpty())
            throw new IllegalStateException(
                    "Needs one of @Requires, @WithoutAccount, @Unauthenticated, @Internal: " + silent);
    }

    private static long saysWho(HandlerMethod method) {
        return Stream.of(Requires.class, WithoutAccount.class, Unauthenticated.class, Internal.class)
                .filter(method::hasMethodAnnotation)
                .count();
    }
}
