package io.moorage.identity.code;

import io.moorage.identity.operator.Channel;
import io.moorage.identity.operator.Message;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What somebody reads or hears: a short message of one part, or a dictation digit by digit. */
@Component
class CodeTexts {
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final long minutes;

    CodeTexts(@Value("${moorage.second-factor.valid-for}") Duration validFor) {
        this.minutes = validFor.toMinutes();
        texts.setBasename("codes");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(Locale.ENGLISH);
        texts.setAlwaysUseMessageFormat(true);
    }

    Message message(Channel channel, String number, String language, String code) {
        Object[] words = {channel == Channel.SMS ? code : String.join(", ", code.split("")), Long.toString(minutes)};
        String text = texts.getMessage(channel.code(), words, Locale.of(language));
        return new Message(channel, number, language, text);
    }
}
