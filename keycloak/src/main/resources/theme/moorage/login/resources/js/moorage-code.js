// Counts down to the moment from which a code can be sent in another way, and shows the buttons for it then.
const wait = document.getElementById("moorage-wait");
const ways = document.getElementById("moorage-ways");

if (wait && ways) {
    const left = document.getElementById("moorage-wait-left");
    const over = document.getElementById("moorage-wait-over");
    const end = Date.now() + Number(wait.dataset.seconds) * 1000;

    const show = () => {
        const seconds = Math.ceil((end - Date.now()) / 1000);
        if (seconds > 0) {
            const minutes = Math.floor(seconds / 60);
            left.textContent = (minutes > 0 ? `${minutes} min ` : "") + `${seconds % 60} s`;
            return;
        }
        clearInterval(timer);
        wait.hidden = true;
        ways.hidden = false;
        over.textContent = wait.dataset.over; // read out once, unlike each second
    };

    document.querySelector(".moorage-clock")?.remove();
    ways.hidden = true;
    const timer = setInterval(show, 1000);
    show();
}
