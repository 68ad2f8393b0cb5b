/**
 * Reading and writing. What servers send is never trusted: control characters are taken out before a line reaches a
 * terminal, and cells that a spreadsheet would run as formulas are defused. Data goes to the standard output, everything
 * else to the standard error, so that scripts read nothing but data.
 */
@NullMarked
package io.moorage.cli.terminal;

import org.jspecify.annotations.NullMarked;
