package io.moorage.eventstore;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
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

    @Bean
    OwnRows ownRows(ListableBeanFactory beans) {
        return new OwnRows(() -> handlers(beans, WithCommand.class));
    }

    @Bean
    Commands commands(
            DataSource dataSource,
            JdbcTemplate jdbc,
            EventRows rows,
            OwnRows ownRows,
            TailSignal signal,
            ListableBeanFactory beans,
            @Value("${moorage.aggregates.cached:10000}") int cached) {
        Snapshots snapshots = new Snapshots(jdbc);
        CommandGroups groups = new CommandGroups(
                dataSource,
                new AggregateLoader(rows, snapshots),
                new AggregateCache(cached),
                rows,
                new EffectKeys(jdbc),
                ownRows,
                snapshots,
                signal);
        return new Commands(new AggregateTypes(aggregates(beans)), new AggregateQueues(), groups);
    }

    @Bean
    ReadModels readModels(
            ListableBeanFactory beans, Tail tail, StoredEvents events, Leases leases, DataSource dataSource) {
        return new ReadModels(
                () -> Stream.concat(
                                handlers(beans, WithCommand.class).stream().map(ReadModels.Model::ownRows),
                                handlers(beans, FromTail.class).stream().map(ReadModels.Model::fromTail))
                        .filter(model -> model.tables().length > 0)
                        .toList(),
                new Rebuilding(tail, events, dataSource),
                leases);
    }

    @Bean
    TailMeters tailMeters(Tail tail) {
        return new TailMeters(tail);
    }

    @Bean
    Transactions transactions(TransactionTemplate transaction) {
        return new Transactions(transaction);
    }

    @Bean
    Loops readers(
            ListableBeanFactory beans,
            Tail tail,
            TailSignal signal,
            Leases leases,
            JdbcTemplate jdbc,
            StoredEvents events,
            TransactionTemplate transaction,
            DataSource dataSource) {
        var tools = new TailReader.ReaderTools(
                tail, signal, leases, new ReaderState(jdbc), events, transaction, dataSource);
        return new Loops(
                () -> Stream.concat(
                                handlers(beans, FromTail.class).stream()
                                        .flatMap(rows -> TailReader.forEachSegment(rows, true, tools)),
                                handlers(beans, Policy.class).stream()
                                        .flatMap(policy -> TailReader.forEachSegment(policy, false, tools)))
                        .toList(),
                Thread.ofVirtual().name("reader-", 0).factory());
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
}
