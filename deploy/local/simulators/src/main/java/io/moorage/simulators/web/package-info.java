/** As much of a web server as the simulators need, on the JDK's own. */
@NullMarked
package io.moorage.simulators.web;

import org.jspecify.annotations.NullMarked;
