package io.moorage.web;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Puts the shared HTTP interface together. */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, MessageSourceAutoConfiguration.class})
@Import({
    SecurityConfiguration.class,
    OpenApiConfiguration.class,
    ParkedApi.class,
    ReadModelsApi.class,
    ProblemAdvice.class,
    VerificationApi.class
})
@EnableScheduling
class WebConfiguration implements WebMvcConfigurer {
    private final CallerCheck callers = new CallerCheck();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(callers);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callers);
    }

    /** The platform's own texts, and those that each service keeps in {@code problems/service}. */
    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("problems/platform", "problems/service");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(Locale.ENGLISH);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.FRENCH));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @Bean
    Problems problems(MessageSource texts) {
        return new Problems(texts);
    }

    @Bean
    Export export(JsonMapper json) {
        return new Export(json);
    }

    @Bean
    EveryEndpointSaysWhoMay everyEndpointSaysWhoMay(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        return new EveryEndpointSaysWhoMay(endpoints);
    }

    /** After Spring Security, so that the caller is known. */
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        var registration = new FilterRegistrationBean<>(new TraceFilter());
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return registration;
    }

    @Bean
    RequestKeys requestKeys(JdbcClient jdbc) {
        return new RequestKeys(jdbc);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(RequestKeys keys, Problems problems, JsonMapper json) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(keys, problems, json));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    /** Amounts as strings, and nothing that isn't there. */
    @Bean
    JsonMapperBuilderCustomizer moneyAsText() {
        return builder -> builder.withConfigOverride(
                        BigDecimal.class,
                        override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                // Otherwise Money.isPositive() would be shown as a field.
                .changeDefaultVisibility(
                        visibility -> visibility.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }
}
