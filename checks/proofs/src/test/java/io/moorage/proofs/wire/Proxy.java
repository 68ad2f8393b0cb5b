package io.moorage.proofs.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between a client and a server, and passes every message on until it is told to hold one. */
public final class Proxy implements AutoCloseable {
    private final Framing framing;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile @Nullable Hold hold;

    public Proxy(Framing framing) throws IOException {
        this.framing = framing;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void leadTo(int port) {
        target = port;
    }

    /** Holds the next message that the trap recognises. */
    public Hold holdNext(Trap trap) {
        Hold next = new Hold(trap);
        hold = next;
        return next;
    }

    /** Recognises nothing any more. */
    public void passAll() {
        Hold last = hold;
        hold = null;
        if (last != null) last.cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            Thread back = Thread.ofVirtual().start(() -> pump(client, server, false));
            pump(client, server, true);
            back.join();
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    /** The client's socket stands for the conversation. */
    private void pump(Socket client, Socket server, boolean fromClient) {
        try (Socket from = fromClient ? client : server;
                Socket to = fromClient ? server : client) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16));
            OutputStream out = new BufferedOutputStream(to.getOutputStream(), 1 << 16);
            boolean first = fromClient;
            for (byte[] frame = framing.next(in, first); frame != null; frame = framing.next(in, false)) {
                Hold present = hold;
                if (present != null && !present.passes(client, fromClient, frame)) return;
                out.write(frame);
                if (in.available() == 0) out.flush();
            }
            out.flush();
        } catch (IOException gone) {
            return; // one side ended: closing both tells the other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        passAll();
        for (Socket each : open) each.close();
    }
}
