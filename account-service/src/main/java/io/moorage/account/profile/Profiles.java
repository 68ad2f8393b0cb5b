package io.moorage.account.profile;

import io.moorage.account.profile.RegisteredUsers.RegisteredUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The profiles, one an account: a plain table, written beside the events and erasable without them. */
@Component
class Profiles {
    private final JdbcClient jdbc;

    Profiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Starts a profile; one that is there already is the customer's and stays as it is. */
    void begin(String account, RegisteredUser user) {
        jdbc.sql("""
                        insert into profile (account, email, first_name, last_name, language) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(account, user.email(), user.firstName(), user.lastName(), user.language())
                .update();
    }

    Optional<Profile> find(String account) {
        return jdbc.sql("select * from profile where account = ?")
                .param(account)
                .query(Profiles::profile)
                .optional();
    }

    void change(String account, Map<ProfileField, String> values) {
        String assignments =
                values.keySet().stream().map(field -> field.column() + " = ?").collect(Collectors.joining(", "));
        List<Object> parameters = new ArrayList<>(values.values());
        parameters.add(account);
        jdbc.sql("update profile set " + assignments + " where account = ?")
                .params(parameters)
                .update();
    }

    void changeEmail(String account, String email) {
        jdbc.sql("update profile set email = ? where account = ?")
                .params(email, account)
                .update();
    }

    private static Profile profile(ResultSet row, int index) throws SQLException {
        Map<ProfileField, String> values = new EnumMap<>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) values.put(field, row.getString(field.column()));
        return new Profile(row.getString("email"), values);
    }
}
