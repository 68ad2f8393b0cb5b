/**
 * Hosting plans: a domain's sites, FTP and mail, rented as a whole (product book §4), such as "Hébergement Web - VPS-5"
 * for {@code hst-test.eu}. A plan is opened for the account that ordered it, which holds all contact roles, and is
 * suspended for as long as there is a reason to.
 */
@NullMarked
package io.moorage.inventory.hostingplan;

import org.jspecify.annotations.NullMarked;
