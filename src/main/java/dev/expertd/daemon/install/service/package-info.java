/**
 * Who starts the daemon and starts it again: systemd, launchd, or nobody but a person.
 * Floor 4. Texts of units are pure functions; service managers are asked through their own commands, never a shell.
 */
@NullMarked
package dev.expertd.daemon.install.service;

import org.jspecify.annotations.NullMarked;
