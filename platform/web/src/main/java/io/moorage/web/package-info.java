/**
 * What every service's HTTP interface shares: tokens checked offline, the permission each endpoint needs, problems in
 * the caller's language, lists, OpenAPI.
 */
@NullMarked
package io.moorage.web;

import org.jspecify.annotations.NullMarked;
