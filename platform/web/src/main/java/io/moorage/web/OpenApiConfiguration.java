package io.moorage.web;

import io.moorage.contracts.Money;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes what the code can't tell by itself: money, and that the caller is no parameter. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        SpringDocUtils.getConfig().replaceWithSchema(Money.class, money());
    }

    private static ObjectSchema money() {
        ObjectSchema money = new ObjectSchema();
        money.description("An exact amount; a string, since JSON numbers lose digits.");
        money.addProperty(
                "amount", new StringSchema().pattern("^-?[0-9]+(\\.[0-9]+)?$").example("50.00"));
        money.addProperty(
                "currency", new StringSchema().minLength(3).maxLength(3).example("EUR"));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }

    /** The gateway merges the documents of all services and says where the API is. */
    @Bean
    OpenApiCustomizer withoutServers() {
        return document -> document.setServers(null);
    }
}
