package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableOfTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into wallet (account) values (?)",
                "insert into wallet as w (account) values (?) on conflict (account) do update set balance = w.balance + excluded.balance",
                "  update wallet set balance = ?\n where account = ?",
                "delete from Wallet where account = ?"
            })
    void a_plain_write_is_one_to_its_table(String sql) {
        assertThat(TableOf.only(sql)).isEqualTo("wallet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into wallet select * from other",
                "update wallet set balance = (select 1)",
                "update wallet set balance = o.balance from other o",
                "delete from wallet using other where true",
                "with x as (select 1) insert into wallet values (1)",
                "merge into wallet using other on true when matched then delete",
                "truncate wallet"
            })
    void what_may_touch_another_table_is_not(String sql) {
        assertThat(TableOf.only(sql)).isNull();
    }
}
