package io.moorage.account.notice;

import io.moorage.account.notice.MatterEvent.NoticeAdded;
import io.moorage.account.notice.NoticeCode.Blank;
import io.moorage.contracts.Money;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Notices in words, French and English. */
@Component
public class NoticeTexts {
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    NoticeTexts() {
        texts.setBasename("notices");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(Locale.ENGLISH);
        texts.setAlwaysUseMessageFormat(true);
    }

    public String of(NoticeAdded notice, Locale language) {
        return of(NoticeCode.of(notice.code()).orElseThrow(), notice.parameters(), language);
    }

    String of(NoticeCode code, Map<String, String> parameters, Locale language) {
        Object[] words = code.blanks().stream()
                .map(blank -> word(blank, parameters.getOrDefault(blank.key(), ""), language))
                .toArray();
        return texts.getMessage(code.code(), words, language);
    }

    private String word(Blank blank, String value, Locale language) {
        return switch (blank) {
            case ACTION -> named("action.", value, language);
            case FACTOR -> named("factor.", value, language);
            case AMOUNT -> amount(value, language);
            case SERVER, PAYMENT -> value;
        };
    }

    /** Other services may come to know kinds of work, or of factors, before we do. */
    private String named(String kind, String value, Locale language) {
        String other = texts.getMessage(kind + "other", null, language);
        return String.valueOf(texts.getMessage(kind + value, null, other, language));
    }

    private static String amount(String text, Locale language) {
        String[] parts = text.split(" ", 2);
        Money money = Money.of(parts[0], parts[1]);
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(Currency.getInstance(money.currency()));
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }
}
