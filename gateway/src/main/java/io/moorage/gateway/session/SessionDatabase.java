package io.moorage.gateway.session;

import io.moorage.gateway.GatewaySettings;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Two pools on the sessions' database: renewals hold a connection while Keycloak answers, and must not take them from
 * everybody else's look-ups when Keycloak is slow.
 */
@Configuration(proxyBeanMethods = false)
class SessionDatabase {
    @Bean(destroyMethod = "dispose")
    ConnectionPool lookUpPool(GatewaySettings settings) {
        return pool(settings.database(), 10);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool renewalPool(GatewaySettings settings) {
        return pool(settings.database(), 6);
    }

    @Bean
    DatabaseClient lookUps(ConnectionPool lookUpPool) {
        return DatabaseClient.create(lookUpPool);
    }

    @Bean
    DatabaseClient renewals(ConnectionPool renewalPool) {
        return DatabaseClient.create(renewalPool);
    }

    @Bean
    TransactionalOperator renewalTransaction(ConnectionPool renewalPool) {
        return TransactionalOperator.create(new R2dbcTransactionManager(renewalPool));
    }

    @Bean
    Seal seal(GatewaySettings settings) {
        return new Seal(settings.session().key());
    }

    private static ConnectionPool pool(GatewaySettings.Database database, int size) {
        URI url = URI.create(database.url().substring("jdbc:".length()));
        PostgresqlConnectionConfiguration connection = PostgresqlConnectionConfiguration.builder()
                .host(url.getHost())
                .port(url.getPort() < 0 ? 5432 : url.getPort())
                .database(url.getPath().substring(1))
                .username(database.user())
                .password(database.password())
                .applicationName("gateway")
                .connectTimeout(Duration.ofSeconds(2))
                .options(Map.of("lock_timeout", "10s", "statement_timeout", "15s"))
                .build();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(connection))
                .initialSize(0)
                .maxSize(size)
                .maxIdleTime(Duration.ofMinutes(10))
                .maxAcquireTime(Duration.ofSeconds(5))
                .validationQuery("select 1")
                .build());
    }
}
