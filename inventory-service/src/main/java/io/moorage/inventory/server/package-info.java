/**
 * Servers as their customers see them: the list with its filters and its search, the card, tags, reverse DNS (product
 * book §4). A server is allocated to the account that ordered it, which holds all three contact roles from the start,
 * becomes active once it is ready, and is suspended for as long as there is a reason to; whether its payment is overdue
 * stands beside that. What a role allows and what a permission allows must both allow it: any role sees a server, admin
 * and technical work on it.
 *
 * <p>What customers write themselves, tags and reverse DNS names, is in plain tables ({@link
 * io.moorage.inventory.server.OwnWords}) and in no event, so that it can be erased.
 */
@NullMarked
package io.moorage.inventory.server;

import org.jspecify.annotations.NullMarked;
