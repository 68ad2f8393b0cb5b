package io.moorage.identity.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The personal data of the users: a plain table, written beside the events and erasable without them. */
@Component
public class People {
    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the person stands here exactly so, written down since that moment. */
    boolean knows(Person person, Instant since) {
        return jdbc.sql("""
                        select exists (select 1 from person where user_id = ? and seen_at > ?
                            and (login, email, first_name, last_name, language) = (?, ?, ?, ?, ?))
                        """)
                .params(
                        person.userId(),
                        Timestamp.from(since),
                        person.login(),
                        person.email(),
                        person.firstName(),
                        person.lastName(),
                        person.language())
                .query(Boolean.class)
                .single();
    }

    void put(Person person, Instant seenAt) {
        jdbc.sql("""
                        insert into person (user_id, login, email, first_name, last_name, language, seen_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (user_id) do update set
                            login = excluded.login, email = excluded.email, first_name = excluded.first_name,
                            last_name = excluded.last_name, language = excluded.language, seen_at = excluded.seen_at
                        """)
                .params(
                        person.userId(),
                        person.login(),
                        person.email(),
                        person.firstName(),
                        person.lastName(),
                        person.language(),
                        Timestamp.from(seenAt))
                .update();
    }

    /** Changes nothing for somebody who was never seen: they come with their address. */
    public void changeEmail(String userId, String email) {
        jdbc.sql("update person set email = ? where user_id = ?")
                .params(email, userId)
                .update();
    }

    public Optional<Person> find(String userId) {
        return jdbc.sql("select * from person where user_id = ?")
                .param(userId)
                .query(People::person)
                .optional();
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        return new Person(
                row.getString("user_id"),
                row.getString("login"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("language"));
    }
}
