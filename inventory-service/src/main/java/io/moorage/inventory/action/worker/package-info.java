/**
 * Drives actions to their ends. Every replica looks for open actions, claims some for a few seconds at a time and keeps
 * claiming them while it works; what a dead replica had claimed falls free by itself. Whoever has an action goes step by
 * step: ask the driver, store where it got, ask again. No transaction is open while a driver works, and a machine that
 * hangs keeps nobody but its own action waiting.
 */
@NullMarked
package io.moorage.inventory.action.worker;

import org.jspecify.annotations.NullMarked;
