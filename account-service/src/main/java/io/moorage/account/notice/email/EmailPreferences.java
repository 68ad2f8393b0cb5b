package io.moorage.account.notice.email;

import io.moorage.account.notice.NoticeCode;
import io.moorage.eventstore.Transactions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes of the notices that an account wants by e-mail. */
@Component
class EmailPreferences {
    private final JdbcClient jdbc;
    private final Transactions transactions;

    EmailPreferences(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    boolean wants(String account, String code) {
        return jdbc.sql("select exists (select from notice_by_mail where account = ? and code = ?)")
                .params(account, code)
                .query(Boolean.class)
                .single();
    }

    List<NoticeCode> of(String account) {
        Set<String> wanted = jdbc.sql("select code from notice_by_mail where account = ?")
                .param(account)
                .query((row, index) -> row.getString("code"))
                .set();
        return Arrays.stream(NoticeCode.values())
                .filter(code -> wanted.contains(code.code()))
                .toList();
    }

    void replace(String account, Set<NoticeCode> codes) {
        transactions.together(() -> {
            jdbc.sql("delete from notice_by_mail where account = ?")
                    .param(account)
                    .update();
            for (NoticeCode code : codes)
                jdbc.sql("insert into notice_by_mail (account, code) values (?, ?)")
                        .params(account, code.code())
                        .update();
        });
    }
}
