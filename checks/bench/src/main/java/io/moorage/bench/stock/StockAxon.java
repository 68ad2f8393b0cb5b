package io.moorage.bench.stock;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Axon as it comes: simple command bus, pessimistic lock, its JDBC engine with a gap-aware token, wired to Spring's
 * transactions as its starter does. Only the serializer is chosen, since the default one isn't on the class path.
 */
public final class StockAxon implements AutoCloseable {
    private final DataSourceTransactionManager transactions;
    private final JdbcEventStorageEngine engine;
    private final Configuration configuration;

    private StockAxon(DataSource pool, Configurer configurer) {
        var serializer = Jackson3Serializer.builder().build();
        var source = new TransactionAwareDataSourceProxy(pool);
        this.transactions = new DataSourceTransactionManager(pool);
        TransactionManager manager = this::begin;
        this.engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(new DataSourceConnectionProvider(source))
                .transactionManager(manager)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        this.configuration = configurer
                .configureSerializer(unused -> serializer)
                .configureTransactionManager(unused -> manager)
                .configureEmbeddedEventStore(unused -> engine)
                .buildConfiguration();
    }

    /** Commands to aggregates of one type, and handlers called in the command's own transaction. */
    public static StockAxon forCommands(DataSource pool, Class<?> aggregate, Object handlers) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false).configureAggregate(aggregate);
        configurer.eventProcessing(EventProcessingConfigurer::usingSubscribingEventProcessors);
        configurer.eventProcessing().registerEventHandler(unused -> handlers);
        StockAxon axon = new StockAxon(pool, configurer);
        axon.start();
        return axon;
    }

    /** A reader: the tracking processor that Axon chooses by itself; it reads once started. */
    public static StockAxon forReading(DataSource pool, Object handlers) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
        configurer.eventProcessing().registerEventHandler(unused -> handlers);
        return new StockAxon(pool, configurer);
    }

    public void start() {
        configuration.start();
    }

    /** Sends a command and waits until it is committed. */
    public void send(Object command) {
        CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command);
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        configuration.commandBus().dispatch(message, answer);
        var result = answer.getResult();
        if (result.isExceptional()) throw new IllegalStateException(result.exceptionResult());
    }

    /** Appends an event in a transaction that stays open until {@code before} has returned. */
    public void append(EventMessage<?> event, Runnable before) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            engine.appendEvents(List.of(event));
            before.run();
        });
    }

    private Transaction begin() {
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

    @Override
    public void close() {
        configuration.shutdown();
    }
}
