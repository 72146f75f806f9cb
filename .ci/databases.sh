# Database servers for .ci/run: the one that answers, else one of our own in the work folder.
# Sourced by .ci/run, which defines apt_install, and at its end runs each line of $work/stop.

as_user() { # user, command...
    local user=$1
    shift
    if [ "$(id -u)" = 0 ]; then runuser -u "$user" -- "$@"; else sudo -u "$user" -- "$@"; fi
}

data_folder() { # owner; prints a new folder that belongs to it
    chmod 755 "$work"
    mkdir "$work/$1"
    if [ "$(id -u)" = 0 ]; then chown "$1" "$work/$1"; else sudo chown "$1" "$work/$1"; fi
    echo "$work/$1"
}

# Prints the URL of a PostgreSQL on which databases can be made.
postgresql_url() {
    local url=${PGURL:-postgres://root@127.0.0.1:5432/test} data bin
    [ ! -f "$work/postgresql" ] || url=$(cat "$work/postgresql")
    if "$python" -c 'import sys, psycopg; psycopg.connect(sys.argv[1])' "${url%/*}/postgres" 2>/dev/null; then
        echo "$url"
        return 0
    fi
    apt_install postgresql
    bin=$(find /usr/lib/postgresql -name initdb -printf '%h\n' | sort -V | tail -n 1)
    data=$(data_folder postgres)
    as_user postgres "$bin/initdb" -D "$data" -U root -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    as_user postgres "$bin/pg_ctl" -D "$data" -w -l "$data/log" \
        -o "-p 54329 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data -c fsync=off" start >/dev/null
    echo "as_user postgres $bin/pg_ctl -D $data -m immediate stop" >>"$work/stop"
    echo postgres://root@127.0.0.1:54329/test | tee "$work/postgresql"
}

# Prints the URL of a MariaDB likewise.
mariadb_url() {
    local url=${MYSQLURL:-mysql://root@127.0.0.1:3306/test} data
    [ ! -f "$work/mariadb" ] || url=$(cat "$work/mariadb")
    if "$python" "$root/scripts/empty_database.py" --drop "${url%/*}/gulf_summit_ci" 2>/dev/null; then
        echo "$url"
        return 0
    fi
    apt_install mariadb-server
    data=$(data_folder mysql)
    as_user mysql mariadb-install-db --no-defaults --datadir="$data" --auth-root-authentication-method=normal >/dev/null
    # Away from this shell's output, or whoever reads the URL would wait for the server to end.
    as_user mysql mariadbd --no-defaults --datadir="$data" --socket="$data/socket" --pid-file="$data/pid" --port=33069 \
        --bind-address=127.0.0.1 --character-set-server=utf8mb4 >/dev/null 2>&1 &
    echo "as_user mysql mariadb-admin --protocol=tcp --host=127.0.0.1 --port=33069 --user=root shutdown" >>"$work/stop"
    for _ in $(seq 60); do
        (exec 3<>/dev/tcp/127.0.0.1/33069) 2>/dev/null && break
        sleep 1
    done
    echo mysql://root@127.0.0.1:33069/test | tee "$work/mariadb"
}
