package dev.expertd.git.jgit;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit may ask of the system: nothing. It sees a repository's own configuration only, keeps none of its own,
 * measures no file system, starts no git, and holds little of a pack in memory.
 */
final class QuietSystemReader extends SystemReader.Delegate {
    /** Assumed where JGit would otherwise make files to measure it: coarser than any file system in use. */
    private static final long TIMESTAMP_RESOLUTION_NANOS = 1_000_000_000;

    private QuietSystemReader(SystemReader system) {
        super(system);
    }

    /** Puts the reader in place for this JVM. */
    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof QuietSystemReader)) {
            SystemReader.setInstance(new QuietSystemReader(SystemReader.getInstance()));
            WindowCacheConfig cache = new WindowCacheConfig();
            cache.setPackedGitLimit(8L * WindowCacheConfig.MB);
            cache.setDeltaBaseCacheLimit(4 * WindowCacheConfig.MB);
            cache.setStreamFileThreshold(4 * WindowCacheConfig.MB);
            cache.setPackedGitOpenFiles(32);
            cache.setExposeStatsViaJmx(false);
            cache.install();
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    /** An empty configuration that stays so and knows the file system's resolution beforehand. */
    private static final class NoConfig extends FileBasedConfig {
        NoConfig(@Nullable Config parent, FS fs) {
            super(parent, new File("no-configuration"), fs);
        }

        @Override
        public void load() {
            // nothing to load: the user's settings must not change how JGit reads
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public void save() {
            throw new UnsupportedOperationException("expertd writes no git configuration");
        }

        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(TIMESTAMP_RESOLUTION_NANOS, TimeUnit.NANOSECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
