/**
 * What the services of Moorage promise each other and the teams that subscribe: public events, permissions and
 * references. Records without dependencies and without domain behaviour ({@link io.moorage.contracts.Money} excepted).
 */
@NullMarked
package io.moorage.contracts;

import org.jspecify.annotations.NullMarked;
