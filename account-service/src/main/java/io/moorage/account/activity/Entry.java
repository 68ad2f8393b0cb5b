package io.moorage.account.activity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log, and what its hash covers: all of it, with the commitment in place of what is personal.
 *
 * @param n its number in its account's chain, from 1
 * @param capacity {@code staff} or empty; entries from before it was written down have the hash that they had
 * @param personal null once it was erased
 */
record Entry(
        String account,
        long n,
        UUID id,
        Instant at,
        String user,
        String capacity,
        String session,
        String action,
        String target,
        @Nullable Integer status,
        @Nullable String code,
        String correlation,
        @Nullable Personal personal,
        byte[] commitment) {
    private static final int FORM = 1;
    private static final int FORM_WITH_CAPACITY = 2;
    private static final int NONE = -1;

    /** @param account that it belongs to, which the gateway doesn't always know */
    static Entry of(Activity activity, String account, long n, Personal personal) {
        return new Entry(
                account,
                n,
                activity.id(),
                activity.at(),
                activity.user(),
                Objects.requireNonNullElse(activity.capacity(), ""),
                activity.session(),
                activity.action(),
                activity.target(),
                activity.status(),
                activity.code(),
                activity.correlation(),
                personal,
                personal.commitment());
    }

    static Entry read(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getString("account"),
                row.getLong("n"),
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("user_id"),
                row.getString("capacity"),
                row.getString("session"),
                row.getString("action"),
                row.getString("target"),
                row.getObject("status", Integer.class),
                row.getString("code"),
                row.getString("correlation"),
                Personal.read(row),
                row.getBytes("commitment"));
    }

    /** Every part with its length before it, so that nothing can move from one into the next. */
    byte[] hash(byte[] previous) {
        return sha256(out -> {
            out.writeByte(capacity.isEmpty() ? FORM : FORM_WITH_CAPACITY);
            out.write(previous);
            if (!capacity.isEmpty()) out.writeUTF(capacity);
            out.writeUTF(account);
            out.writeLong(n);
            out.writeUTF(id.toString());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            for (String text : new String[] {user, session, action, target, correlation}) out.writeUTF(text);
            out.writeInt(status == null ? NONE : status);
            out.writeUTF(code == null ? "" : code);
            out.write(commitment);
        });
    }

    private static byte[] sha256(Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
            content.write(new DataOutputStream(bytes));
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /**
     * What can be erased.
     *
     * @param salt 16 random bytes, so that the commitment doesn't tell what it stands for
     */
    record Personal(String login, String address, byte[] salt) {

        /** Null for a row that nothing personal is left in; what is left in part makes no commitment that fits. */
        static @Nullable Personal read(ResultSet row) throws SQLException {
            String login = row.getString("login");
            String address = row.getString("address");
            byte[] salt = row.getBytes("salt");
            if (login == null && address == null && salt == null) return null;
            return new Personal(
                    login == null ? "" : login, address == null ? "" : address, salt == null ? new byte[0] : salt);
        }

        byte[] commitment() {
            return sha256(out -> {
                out.write(salt);
                out.writeUTF(login);
                out.writeUTF(address);
            });
        }
    }
}
