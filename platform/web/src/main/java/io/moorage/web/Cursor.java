package io.moorage.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a list goes on, and how many items a page holds: what {@code ?cursor=} and {@code ?limit=} say. */
public final class Cursor {
    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 200;

    private Cursor() {}

    static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param parse reads the position, throwing IllegalArgumentException for anything that the list didn't give out
     * @return null without a cursor: the list's beginning
     * @throws Malformed with {@code cursor-invalid}
     */
    public static <T> @Nullable T decode(@Nullable String cursor, Function<String, T> parse) {
        if (cursor == null) return null;
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return parse.apply(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Malformed("cursor-invalid");
        }
    }

    /** @throws Malformed with {@code limit-invalid} */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) return DEFAULT_LIMIT;
        if (asked < 1 || asked > LARGEST_LIMIT) throw new Malformed("limit-invalid");
        return asked;
    }
}
