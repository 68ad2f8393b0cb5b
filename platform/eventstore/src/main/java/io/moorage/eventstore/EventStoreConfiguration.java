package io.moorage.eventstore;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** Puts Axon and the readers together: finds aggregates and handlers, and needs one {@link StoredEvents} bean. */
@AutoConfiguration(after = {JdbcTemplateAutoConfiguration.class, FlywayAutoConfiguration.class})
class EventStoreConfiguration {
    static {
        System.setProperty("axoniq.update-checker.disabled", "true"); // a service calls nobody on its own
    }

    @Bean
    EventJson eventJson() {
        return new EventJson();
    }

    @Bean
    EventRows eventRows(JdbcTemplate jdbc, StoredEvents events, EventJson json) {
        return new EventRows(jdbc, events, json);
    }

    @Bean
    Tail tail(JdbcTemplate jdbc, EventRows rows) {
        return new Tail(jdbc, rows);
    }

    @Bean
    TailSignal tailSignal(DataSource dataSource) {
        return new TailSignal(dataSource);
    }

    @Bean
    Leases leases(DataSource dataSource) {
        return new Leases(dataSource);
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration axon(EventRows rows, PlatformTransactionManager transactions, ListableBeanFactory beans) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(
                        configuration -> Jackson3Serializer.builder().build())
                .configureTransactionManager(configuration -> () -> begin(transactions))
                .configureEventStore(configuration -> AxonEventStore.over(rows))
                .configureCorrelationDataProviders(configuration -> List.of(trace()));
        aggregates(beans).forEach(configurer::configureAggregate);
        return configurer.buildConfiguration();
    }

    @Bean
    Commands commands(Configuration axon, JdbcTemplate jdbc) {
        CommandBus bus = axon.commandBus();
        bus.registerHandlerInterceptor(new RecordsRequestKey(jdbc));
        bus.registerHandlerInterceptor(new TakesEffectOnce(jdbc));
        return new Commands(bus, new AggregateQueues());
    }

    @Bean
    Transactions transactions(TransactionTemplate transaction) {
        return new Transactions(transaction);
    }

    @Bean
    WithCommandHandlers withCommandHandlers(Configuration axon, ListableBeanFactory beans, TailSignal signal) {
        return new WithCommandHandlers(axon.eventStore(), () -> handlers(beans, WithCommand.class), signal);
    }

    @Bean
    Loops readers(
            ListableBeanFactory beans,
            Tail tail,
            TailSignal signal,
            Leases leases,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        var tools = new TailReader.ReaderTools(tail, signal, leases, new ReaderState(jdbc), transaction);
        return new Loops(
                () -> Stream.concat(
                                handlers(beans, FromTail.class).stream()
                                        .flatMap(rows -> TailReader.forEachSegment(rows, true, tools)),
                                handlers(beans, Policy.class).stream()
                                        .flatMap(policy -> TailReader.forEachSegment(policy, false, tools)))
                        .toList(),
                Thread.ofVirtual().name("reader-", 0).factory());
    }

    private static CorrelationDataProvider trace() {
        return message -> Map.copyOf(message.getMetaData());
    }

    private static List<EventHandlers> handlers(ListableBeanFactory beans, Class<? extends Annotation> annotation) {
        return beans.getBeansWithAnnotation(annotation).values().stream()
                .map(bean -> new EventHandlers(bean, ClassUtils.getUserClass(bean)))
                .toList();
    }

    private static List<? extends Class<?>> aggregates(ListableBeanFactory beans) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(AggregateRoot.class));
        return AutoConfigurationPackages.get(beans).stream()
                .flatMap(base -> scanner.findCandidateComponents(base).stream())
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .toList();
    }

    private static Transaction begin(PlatformTransactionManager transactions) {
        TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                if (!status.isCompleted()) transactions.commit(status);
            }

            @Override
            public void rollback() {
                if (!status.isCompleted()) transactions.rollback(status);
            }
        };
    }
}
