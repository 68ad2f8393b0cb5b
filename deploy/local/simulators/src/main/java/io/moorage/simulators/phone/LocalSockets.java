package io.moorage.simulators.phone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/** Listens on one address; the library's own factory would on all. */
final class LocalSockets implements ServerConnectionFactory {
    private static final int BACKLOG = 50;

    private final InetAddress address;
    private int port;

    LocalSockets(InetAddress address) {
        this.address = address;
    }

    /** Where it listens, once it does. */
    int port() {
        return port;
    }

    @Override
    public ServerConnection listen(int port) throws IOException {
        return listen(port, 0, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
        return listen(port, timeout, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
        ServerSocket socket = new ServerSocket(port, backlog, address);
        socket.setSoTimeout(timeout);
        this.port = socket.getLocalPort();
        return new ServerSocketConnection(socket);
    }
}
