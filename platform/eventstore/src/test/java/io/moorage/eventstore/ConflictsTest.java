package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class ConflictsTest {
    @Test
    void a_connection_that_is_gone_is_an_outage_however_it_is_told() {
        SQLException closed = new SQLException("Connection is closed"); // the pool's word, without a state
        assertThat(Conflicts.isOutage(new TransactionSystemException("JDBC rollback failed", closed)))
                .isTrue();
        assertThat(Conflicts.isOutage(new UncategorizedSQLException("query", null, closed)))
                .isTrue();
        assertThat(Conflicts.isOutage(new DataAccessResourceFailureException("gone")))
                .isTrue();
        assertThat(Conflicts.isOutage(
                        new IllegalStateException(new PSQLException("gone", PSQLState.CONNECTION_FAILURE))))
                .isTrue();
    }

    @Test
    void what_the_database_objects_to_is_none() {
        assertThat(Conflicts.isOutage(new PSQLException("null value", PSQLState.NOT_NULL_VIOLATION)))
                .isFalse();
        assertThat(Conflicts.isOutage(new IllegalStateException("poison"))).isFalse();
    }
}
