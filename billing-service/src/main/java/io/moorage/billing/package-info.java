/** Money: prepaid balance, top-ups, the ledger. */
@NullMarked
package io.moorage.billing;

import org.jspecify.annotations.NullMarked;
