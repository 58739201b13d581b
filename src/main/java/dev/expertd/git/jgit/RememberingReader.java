package dev.expertd.git.jgit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Reads commits from memory where they were read before. Whoever does not know that an object is a commit, as a parent
 * of one is, does not know either that it is there, and git may have removed it since: then the disk is asked.
 */
final class RememberingReader extends ObjectReader.Filter {
    private final ObjectReader objects;
    private final Path repository;
    private final CommitMemory memory;

    RememberingReader(ObjectReader objects, Path repository, CommitMemory memory) {
        this.objects = objects;
        this.repository = repository;
        this.memory = memory;
    }

    @Override
    protected ObjectReader delegate() {
        return objects;
    }

    @Override
    public ObjectReader newReader() {
        return new RememberingReader(objects.newReader(), repository, memory);
    }

    @Override
    public ObjectLoader open(AnyObjectId id) throws IOException {
        return open(id, OBJ_ANY);
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
        if (type == Constants.OBJ_COMMIT || type == OBJ_ANY) {
            Optional<byte[]> known = memory.get(repository, id);
            if (known.isPresent() && (type == Constants.OBJ_COMMIT || objects.has(id))) {
                return new ObjectLoader.SmallObject(Constants.OBJ_COMMIT, known.get());
            }
        }
        ObjectLoader loader = objects.open(id, type);
        if (loader.getType() == Constants.OBJ_COMMIT && !loader.isLarge()) {
            memory.put(repository, id, loader.getCachedBytes());
        }
        return loader;
    }
}
