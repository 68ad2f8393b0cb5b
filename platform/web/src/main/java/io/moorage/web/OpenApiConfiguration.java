package io.moorage.web;

import io.moorage.contracts.Money;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;

/** Describes what the code can't tell by itself: money, problems, the headers that every endpoint understands. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String MONEY = "#/components/schemas/Money";
    private static final String PROBLEM = "#/components/schemas/Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        SpringDocUtils.getConfig().replaceWithSchema(Money.class, new Schema<>().$ref(MONEY));
    }

    /** A record's fields are always there, except those that may be null. */
    @Bean
    ModelConverter requiredFields() {
        return new RequiredFields();
    }

    @Bean
    OperationCustomizer headersAndProblems() {
        return (operation, method) -> {
            if (method.hasMethodAnnotation(Requires.class))
                header(operation, "Moorage-Account", "The account to act for; the user's own without it.");
            if (!method.hasMethodAnnotation(GetMapping.class))
                header(
                        operation,
                        IdempotencyFilter.HEADER,
                        "The same key and body gives the first answer again, for seven days.");
            operation.getResponses().addApiResponse("default", problems());
            return operation;
        };
    }

    /** Once, although an operation may come from two methods, one for each format. */
    private static void header(Operation operation, String name, String description) {
        boolean known = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
        if (known) return;
        operation.addParametersItem(
                new HeaderParameter().name(name).description(description).schema(new StringSchema()));
    }

    private static ApiResponse problems() {
        Content content = new Content()
                .addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM)));
        return new ApiResponse()
                .description("A problem (RFC 9457), told by its code.")
                .content(content);
    }

    /** The gateway merges the documents of all services and says where the API is. */
    @Bean
    OpenApiCustomizer sharedSchemas() {
        return document -> {
            document.setServers(null);
            document.getPaths()
                    .forEach((path, operations) -> operations
                            .readOperationsMap()
                            .forEach((method, operation) ->
                                    operation.setOperationId(OperationNames.of(method.name(), path))));
            document.getComponents().addSchemas("Money", money()).addSchemas("Problem", problem());
        };
    }

    private static Schema<?> money() {
        return new ObjectSchema()
                .description("An exact amount; a string, since JSON numbers lose digits.")
                .addProperty(
                        "amount",
                        new StringSchema().pattern("^-?[0-9]+(\\.[0-9]+)?$").example("50.00"))
                .addProperty(
                        "currency", new StringSchema().minLength(3).maxLength(3).example("EUR"))
                .required(List.of("amount", "currency"));
    }

    private static Schema<?> problem() {
        Schema<?> field = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("A JSON pointer into the request's body."))
                .addProperty("code", new StringSchema())
                .addProperty("detail", new StringSchema())
                .required(List.of("pointer", "code", "detail"));
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What to do about it, in the caller's language."))
                .addProperty(
                        "code",
                        new StringSchema().description("Stable, in kebab-case.").example("amount-below-minimum"))
                .addProperty("errors", new ArraySchema().items(field))
                .required(List.of("type", "title", "status", "detail", "code"));
    }
}
