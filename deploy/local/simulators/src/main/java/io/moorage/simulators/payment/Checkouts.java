package io.moorage.simulators.payment;

import io.moorage.simulators.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The provider's memory: a file per checkout, replaced as a whole. A payment and the word about it stand in one file, so
 * that no crash can separate them.
 */
public final class Checkouts {
    private final Path folder;
    private final Map<String, Checkout> byId = new ConcurrentHashMap<>();
    private final Map<String, String> idByReference = new ConcurrentHashMap<>();

    public Checkouts(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".json")).toList()) {
                    remember(Json.read(Files.readAllBytes(file), Checkout.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The checkouts in " + folder + " can't be read", e);
        }
    }

    Optional<Checkout> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Checkout> findByReference(String reference) {
        return Optional.ofNullable(idByReference.get(reference)).flatMap(this::find);
    }

    /** The checkout of this reference, or else a new one. */
    synchronized Checkout findOrOpen(String reference, Supplier<Checkout> opened) {
        return findByReference(reference).orElseGet(() -> store(opened.get()));
    }

    /** Changes one checkout on the disk first, then in memory. */
    synchronized Checkout change(String id, UnaryOperator<Checkout> change) {
        Checkout checkout = find(id).orElseThrow();
        Checkout changed = change.apply(checkout);
        return changed.equals(checkout) ? checkout : store(changed);
    }

    /** What merchants have not taken yet. */
    List<Event> undelivered() {
        return byId.values().stream()
                .flatMap(checkout -> checkout.undelivered().stream())
                .toList();
    }

    private Checkout store(Checkout checkout) {
        Path file = folder.resolve(checkout.id() + ".json");
        Path fresh = folder.resolve(checkout.id() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer json = ByteBuffer.wrap(Json.write(checkout));
            while (json.hasRemaining()) {
                channel.write(json);
            }
            channel.force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkout " + checkout.id() + " can't be written", e);
        }
        return remember(checkout);
    }

    private Checkout remember(Checkout checkout) {
        byId.put(checkout.id(), checkout);
        idByReference.put(checkout.reference(), checkout.id());
        return checkout;
    }
}
