/** Public events of account-service. */
@NullMarked
package io.moorage.contracts.account;

import org.jspecify.annotations.NullMarked;
