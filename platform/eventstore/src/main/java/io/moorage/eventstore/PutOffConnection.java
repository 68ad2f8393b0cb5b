package io.moorage.eventstore;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What handlers of rows get as their connection: it takes their updates down and leaves sending them to
 * {@link Statements}. So an update's count isn't known when it returns ({@link java.sql.Statement#SUCCESS_NO_INFO}). A
 * query is sent at once, after everything taken down before it.
 */
final class PutOffConnection implements InvocationHandler {
    private static final Method PREPARE = prepare();

    private final Statements statements;
    private final Object handler;

    private PutOffConnection(Statements statements, Object handler) {
        this.statements = statements;
        this.handler = handler;
    }

    static Connection to(Statements statements, Object handler) {
        return proxy(Connection.class, new PutOffConnection(statements, handler));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement" ->
                proxy(PreparedStatement.class, new PutOffStatement((Connection) proxy, method, arguments));
            case "createStatement" -> proxy(java.sql.Statement.class, new PlainStatement((Connection) proxy));
            case "close" -> null;
            case "isClosed" -> false;
            case "getMetaData" -> proxy(DatabaseMetaData.class, PutOffConnection::aboutTheDriver);
            case "equals" -> proxy == first(arguments);
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "connection that puts off updates";
            default -> call(method, statements.opened(), arguments);
        };
    }

    /** Spring asks how to set a null. */
    private static Object aboutTheDriver(Object proxy, Method method, Object @Nullable [] arguments)
            throws SQLException {
        return switch (method.getName()) {
            case "getDriverName" -> "PostgreSQL JDBC Driver";
            case "getDatabaseProductName" -> "PostgreSQL";
            default -> throw new SQLFeatureNotSupportedException(method.getName());
        };
    }

    /** Without parameters: the text is named when it is executed. */
    private final class PlainStatement implements InvocationHandler {
        private final Connection connection;
        private @Nullable PutOffStatement executed;

        PlainStatement(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (first(arguments) instanceof String sql) {
                executed = new PutOffStatement(connection, PREPARE, new Object[] {sql});
                return executed.invoke(proxy, PreparedStatement.class.getMethod(method.getName()), null);
            }
            return executed == null ? null : executed.invoke(proxy, method, arguments);
        }
    }

    private final class PutOffStatement implements InvocationHandler {
        private final Connection connection;
        private final Method prepare;
        private final Object @Nullable [] prepareArguments;
        private final String sql;
        private List<Statement.Parameter> parameters = new ArrayList<>();
        private @Nullable PreparedStatement sent;

        PutOffStatement(Connection connection, Method prepare, Object @Nullable [] prepareArguments) {
            this.connection = connection;
            this.prepare = prepare;
            this.prepareArguments = prepareArguments;
            this.sql = String.valueOf(first(prepareArguments));
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().startsWith("set") && arguments != null) {
                if (arguments.length > 1) parameters.add(parameter(method, arguments));
                return null; // the others tune how a result is read
            }
            return switch (method.getName()) {
                case "executeUpdate" -> putOff(java.sql.Statement.SUCCESS_NO_INFO);
                case "executeLargeUpdate" -> putOff((long) java.sql.Statement.SUCCESS_NO_INFO);
                case "addBatch" -> putOff(null);
                case "executeBatch" -> new int[0];
                case "execute" -> putOff(false);
                case "getUpdateCount" -> -1;
                case "executeQuery" -> query(method, arguments);
                case "getConnection" -> connection;
                case "getWarnings", "clearWarnings" -> null;
                case "close" -> closed();
                default ->
                    throw new SQLFeatureNotSupportedException(
                            "Rows written with a command are written by plain updates, without " + method.getName());
            };
        }

        private <R extends @Nullable Object> R putOff(R answer) {
            statements.addRow(handler, new Statement(sql, parameters));
            parameters = new ArrayList<>();
            return answer;
        }

        private @Nullable Object query(Method method, Object @Nullable [] arguments) throws Throwable {
            PreparedStatement statement = (PreparedStatement) call(prepare, statements.opened(), prepareArguments);
            sent = statement;
            if (statement != null) new Statement(sql, parameters).bind(statement, 0);
            return call(method, statement, arguments);
        }

        private @Nullable Object closed() throws SQLException {
            if (sent != null) sent.close();
            return null;
        }
    }

    private static Statement.Parameter parameter(Method set, Object[] arguments) {
        return (statement, offset) -> {
            Object[] moved = Arrays.copyOf(arguments, arguments.length);
            moved[0] = (int) arguments[0] + offset;
            try {
                call(set, statement, moved);
            } catch (SQLException | RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new SQLException(e);
            }
        };
    }

    private static @Nullable Object call(Method method, @Nullable Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Method prepare() {
        try {
            return Connection.class.getMethod("prepareStatement", String.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object first(Object @Nullable [] arguments) {
        return arguments == null ? null : arguments[0];
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(PutOffConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
