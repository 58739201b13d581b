package dev.expertd.git;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit may ask of the system: it reads the user's and the system's git configuration, writes none, measures no
 * file system and starts no git.
 */
final class QuietSystemReader extends SystemReader.Delegate {
    /** Assumed where JGit would otherwise make files to measure it: coarser than any file system in use. */
    private static final long TIMESTAMP_RESOLUTION_NANOS = 1_000_000_000;

    private QuietSystemReader(SystemReader system) {
        super(system);
    }

    /** Puts the reader in place for this JVM. */
    static void install() {
        if (!(SystemReader.getInstance() instanceof QuietSystemReader)) {
            SystemReader.setInstance(new QuietSystemReader(SystemReader.getInstance()));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        String named = getenv("GIT_CONFIG_GLOBAL");
        String home = getenv("HOME");
        return new ReadOnlyConfig(
                parent, new File(named != null ? named : (home == null ? "/nowhere" : home) + "/.gitconfig"), fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new ReadOnlyConfig(
                parent, new File("1".equals(getenv("GIT_CONFIG_NOSYSTEM")) ? "/dev/null" : "/etc/gitconfig"), fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new ReadOnlyConfig(parent, new File("/dev/null"), fs);
    }

    /** A configuration file that is read, never written, and that knows the file system's resolution beforehand. */
    private static final class ReadOnlyConfig extends FileBasedConfig {
        ReadOnlyConfig(@Nullable Config parent, File file, FS fs) {
            super(parent, file, fs);
        }

        @Override
        public void load() throws IOException, ConfigInvalidException {
            if (getFile().isFile()) {
                super.load();
            }
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
